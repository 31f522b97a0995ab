#include "termination.h"

#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace sim {
namespace {

void endNow(int) {
    _exit(0);
}

}

Termination::Termination() {
    std::signal(SIGTERM, endNow);
    std::signal(SIGINT, endNow);
}

FileDescriptor Termination::awaitable() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return {signalfd(-1, &signals, SFD_CLOEXEC), "signalfd"};
}

}
