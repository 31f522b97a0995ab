#include "real_time.h"

#include <ns3/event-impl.h>

#include <poll.h>
#include <sys/prctl.h>

#include <algorithm>

#include "errors.h"

namespace sim {
namespace {

using ns3::EventId;
using ns3::EventImpl;
using ns3::Time;

constexpr uint64_t nsPerSecond = 1'000'000'000;

}

ns3::TypeId RealTime::GetTypeId() {
    static const ns3::TypeId id =
        ns3::TypeId("sim::RealTime").SetParent<ns3::SimulatorImpl>().AddConstructor<RealTime>();
    return id;
}

void RealTime::watch(int descriptor, std::function<void()> ready) {
    watched_.push_back({descriptor, std::move(ready)});
}

void RealTime::Run() {
    // Timers may be late by 50 us by default; a packet takes 1200 us at 10 Mbit/s.
    prctl(PR_SET_TIMERSLACK, 1UL);
    start_ = Clock::now() - std::chrono::nanoseconds(now_);
    stopped_ = false;
    while (!stopped_) {
        wait();
        // What happened before an event has to enter the simulation before it, however long this process stood still.
        const auto present = elapsed();
        constexpr timespec atOnce{};
        readDescriptors(&atOnce);
        runEventsDueAt(present);
    }
}

Time RealTime::delayOf(const timespec& timeOfDay) const {
    const auto age = std::chrono::system_clock::now() -
                     std::chrono::sys_time<std::chrono::nanoseconds>(std::chrono::seconds(timeOfDay.tv_sec) +
                                                                     std::chrono::nanoseconds(timeOfDay.tv_nsec));
    const auto present = elapsed();
    const auto past = std::clamp<int64_t>(age.count(), 0, static_cast<int64_t>(present));
    return ns3::NanoSeconds(std::max(now_, present - static_cast<uint64_t>(past)) - now_);
}

uint64_t RealTime::elapsed() const {
    return static_cast<uint64_t>(std::chrono::nanoseconds(Clock::now() - start_).count());
}

/** An event sees the time for which it was meant, so being late once does not add up. */
void RealTime::runEventsDueAt(uint64_t until) {
    while (!stopped_ && !events_->IsEmpty() && events_->PeekNext().key.m_ts <= until) {
        const auto next = events_->RemoveNext();
        now_ = next.key.m_ts;
        context_ = next.key.m_context;
        currentUid_ = next.key.m_uid;
        ++count_;
        next.impl->Invoke();
        next.impl->Unref();
    }
    context_ = ns3::Simulator::NO_CONTEXT;
}

void RealTime::wait() {
    if (events_->IsEmpty()) {
        readDescriptors(nullptr);
        return;
    }
    const auto next = events_->PeekNext().key.m_ts;
    const auto left = next - std::min(next, elapsed());
    const timespec timeout{static_cast<time_t>(left / nsPerSecond), static_cast<long>(left % nsPerSecond)};
    readDescriptors(&timeout);
}

void RealTime::readDescriptors(const timespec* timeout) {
    std::vector<pollfd> descriptors;
    for (const auto& watched : watched_) {
        descriptors.push_back({watched.descriptor, POLLIN, 0});
    }
    const auto ready = ppoll(descriptors.data(), descriptors.size(), timeout, nullptr);
    if (ready < 0 && errno != EINTR) {
        throw systemError("poll");
    }
    if (ready <= 0) {
        return;
    }
    for (std::size_t i = 0; i < descriptors.size() && !stopped_; ++i) {
        if (descriptors[i].revents != 0) {
            watched_[i].ready();
        }
    }
}

EventId RealTime::insert(uint32_t context, const Time& delay, EventImpl* event) {
    const ns3::Scheduler::Event entry{event, {now_ + static_cast<uint64_t>(delay.GetNanoSeconds()), nextUid_++, context}};
    events_->Insert(entry);
    return {event, entry.key.m_ts, entry.key.m_context, entry.key.m_uid};
}

EventId RealTime::Schedule(const Time& delay, EventImpl* event) {
    return insert(context_, delay, event);
}

void RealTime::ScheduleWithContext(uint32_t context, const Time& delay, EventImpl* event) {
    insert(context, delay, event);
}

EventId RealTime::ScheduleNow(EventImpl* event) {
    return insert(context_, Time(0), event);
}

EventId RealTime::ScheduleDestroy(EventImpl* event) {
    const EventId id(ns3::Ptr<EventImpl>(event, false), now_, ns3::Simulator::NO_CONTEXT, EventId::UID::DESTROY);
    destroyEvents_.push_back(id);
    return id;
}

void RealTime::Destroy() {
    while (!destroyEvents_.empty()) {
        const ns3::Ptr<EventImpl> event = destroyEvents_.front().PeekEventImpl();
        destroyEvents_.pop_front();
        if (!event->IsCancelled()) {
            event->Invoke();
        }
    }
}

void RealTime::Stop() {
    stopped_ = true;
}

EventId RealTime::Stop(const Time& delay) {
    return Schedule(delay, ns3::MakeEvent([this] { Stop(); }));
}

void RealTime::Remove(const EventId& id) {
    if (id.GetUid() == EventId::UID::DESTROY) {
        destroyEvents_.remove(id);
        return;
    }
    if (IsExpired(id)) {
        return;
    }
    const ns3::Scheduler::Event entry{id.PeekEventImpl(), {id.GetTs(), id.GetUid(), id.GetContext()}};
    events_->Remove(entry);
    entry.impl->Cancel();
    entry.impl->Unref();
}

void RealTime::Cancel(const EventId& id) {
    if (!IsExpired(id)) {
        id.PeekEventImpl()->Cancel();
    }
}

bool RealTime::IsExpired(const EventId& id) const {
    if (id.PeekEventImpl() == nullptr || id.PeekEventImpl()->IsCancelled()) {
        return true;
    }
    if (id.GetUid() == EventId::UID::DESTROY) {
        return std::find(destroyEvents_.begin(), destroyEvents_.end(), id) == destroyEvents_.end();
    }
    return id.GetTs() < now_ || (id.GetTs() == now_ && id.GetUid() <= currentUid_);
}

bool RealTime::IsFinished() const {
    return stopped_;
}

Time RealTime::Now() const {
    return ns3::NanoSeconds(now_);
}

Time RealTime::GetDelayLeft(const EventId& id) const {
    return IsExpired(id) ? Time(0) : ns3::NanoSeconds(id.GetTs() - now_);
}

Time RealTime::GetMaximumSimulationTime() const {
    return Time::Max();
}

void RealTime::SetScheduler(ns3::ObjectFactory schedulerFactory) {
    const auto scheduler = schedulerFactory.Create<ns3::Scheduler>();
    while (events_ && !events_->IsEmpty()) {
        scheduler->Insert(events_->RemoveNext());
    }
    events_ = scheduler;
}

uint32_t RealTime::GetSystemId() const {
    return 0;
}

uint32_t RealTime::GetContext() const {
    return context_;
}

uint64_t RealTime::GetEventCount() const {
    return count_;
}

void RealTime::DoDispose() {
    while (events_ && !events_->IsEmpty()) {
        events_->RemoveNext().impl->Unref();
    }
    events_ = nullptr;
    SimulatorImpl::DoDispose();
}

}
