#pragma once

#include <ns3/event-id.h>
#include <ns3/scheduler.h>
#include <ns3/simulator-impl.h>
#include <ns3/simulator.h>

#include <chrono>
#include <ctime>
#include <functional>
#include <list>
#include <vector>

namespace sim {

/**
 * Runs ns-3 in real time and waits for descriptors meanwhile, in one thread. ns-3's own real-time engine needs a second
 * thread for the descriptors: two more switches of thread for each packet, and packets that may not be shared.
 */
class RealTime : public ns3::SimulatorImpl {
public:
    static ns3::TypeId GetTypeId();

    /** Calls ready whenever the descriptor is readable. */
    void watch(int descriptor, std::function<void()> ready);

    /**
     * The delay with which to schedule what happened at this time of day. The clock stands at the last event, so that
     * something enters the simulation when it happened, even if this process was kept from noticing it at once.
     */
    ns3::Time delayOf(const timespec& timeOfDay) const;

    /** How long ago the present event was due. */
    std::chrono::nanoseconds late() const { return std::chrono::nanoseconds(elapsed() - now_); }

    void Destroy() override;
    bool IsFinished() const override;
    void Stop() override;
    ns3::EventId Stop(const ns3::Time& delay) override;
    ns3::EventId Schedule(const ns3::Time& delay, ns3::EventImpl* event) override;
    void ScheduleWithContext(uint32_t context, const ns3::Time& delay, ns3::EventImpl* event) override;
    ns3::EventId ScheduleNow(ns3::EventImpl* event) override;
    ns3::EventId ScheduleDestroy(ns3::EventImpl* event) override;
    void Remove(const ns3::EventId& id) override;
    void Cancel(const ns3::EventId& id) override;
    bool IsExpired(const ns3::EventId& id) const override;
    /** Until it is stopped, whether there are events or not. */
    void Run() override;
    ns3::Time Now() const override;
    ns3::Time GetDelayLeft(const ns3::EventId& id) const override;
    ns3::Time GetMaximumSimulationTime() const override;
    void SetScheduler(ns3::ObjectFactory schedulerFactory) override;
    uint32_t GetSystemId() const override;
    uint32_t GetContext() const override;
    uint64_t GetEventCount() const override;

private:
    using Clock = std::chrono::steady_clock;
    struct Watched {
        int descriptor;
        std::function<void()> ready;
    };

    void DoDispose() override;
    ns3::EventId insert(uint32_t context, const ns3::Time& delay, ns3::EventImpl* event);
    uint64_t elapsed() const;
    void runEventsDueAt(uint64_t until);
    /** Until an event is due or a descriptor is readable. */
    void wait();
    void readDescriptors(const timespec* timeout);

    std::vector<Watched> watched_;
    ns3::Ptr<ns3::Scheduler> events_;
    std::list<ns3::EventId> destroyEvents_;
    Clock::time_point start_;
    bool stopped_ = false;
    uint64_t now_ = 0;
    uint32_t nextUid_ = ns3::EventId::UID::VALID;
    uint32_t currentUid_ = 0;
    uint32_t context_ = ns3::Simulator::NO_CONTEXT;
    uint64_t count_ = 0;
};

}
