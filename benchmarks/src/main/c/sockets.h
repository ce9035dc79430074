/* What the floors have in common: sockets that do not block, and epoll. */
#ifndef SOCKETS_H
#define SOCKETS_H

#include "load.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define EVENTS 256
#define BUFFER (64 * 1024)
#define WAIT_MS 1000

static inline struct sockaddr_in address_of(const char *ipv4, int port)
{
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  if(inet_pton(AF_INET, ipv4, &address.sin_addr) != 1)
    fail("address");
  return address;
}

static inline void watch(int epoll, int fd, int how, uint32_t what, void *whom)
{
  struct epoll_event event = {.events = what, .data.ptr = whom};
  if(epoll_ctl(epoll, how, fd, &event) < 0)
    fail("epoll_ctl");
}

/* Begins to connect; the first event says that it is done. */
static inline int begin_connection(const struct sockaddr_in *peer, int epoll, uint32_t what, void *whom)
{
  int one = 1;
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if(fd < 0)
    fail("socket");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
  if(connect(fd, (const struct sockaddr *)peer, sizeof(*peer)) < 0 && errno != EINPROGRESS)
    fail("connect");
  watch(epoll, fd, EPOLL_CTL_ADD, what, whom);
  return fd;
}

static inline void send_all(int fd, const char *bytes, size_t length)
{
  if(send(fd, bytes, length, MSG_NOSIGNAL) != (ssize_t)length)
    fail("send");
}

#endif
