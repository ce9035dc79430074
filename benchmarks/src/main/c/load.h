/*
 * What the clients in C have in common: so many slots, each of which carries one request at a time
 * and starts the next as soon as that is done, and figures of what came of it.
 *
 * Each line "run <requests>" on standard input is answered by one line on standard output.
 */
#ifndef LOAD_H
#define LOAD_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

/* The first member of each client's own state. */
struct load {
  int slots;
  int unmeasured; /* requests of each slot before the measured ones */
  int again;      /* whether a request that is done is followed by another */
  long done;
  long running;
  long bad;
  long connects;
  void (*start)(struct load *load, int slot); /* counts it as running */
  void (*step)(struct load *load);            /* waits for something and handles it */
};

struct reading {
  double wall;
  double user;
  double sys;
  long done;
  long bad;
  long connects;
};

static inline void fail(const char *what)
{
  perror(what);
  exit(1);
}

static inline double micros(struct timeval time)
{
  return 1e6 * (double)time.tv_sec + (double)time.tv_usec;
}

static inline struct reading read_now(const struct load *load)
{
  struct reading now;
  struct rusage usage;
  struct timespec wall;
  getrusage(RUSAGE_SELF, &usage);
  clock_gettime(CLOCK_MONOTONIC, &wall);
  now.wall = 1e6 * (double)wall.tv_sec + (double)wall.tv_nsec / 1e3;
  now.user = micros(usage.ru_utime);
  now.sys = micros(usage.ru_stime);
  now.done = load->done;
  now.bad = load->bad;
  now.connects = load->connects;
  return now;
}

static inline void report(const struct load *load, struct reading before, const char *more)
{
  struct reading after = read_now(load);
  printf("requests=%ld wall=%.0f user=%.0f sys=%.0f bad=%ld connects=%ld%s\n",
         after.done - before.done, after.wall - before.wall, after.user - before.user,
         after.sys - before.sys, after.bad - before.bad, after.connects - before.connects, more);
  fflush(stdout);
}

static inline void drive(struct load *load, long count)
{
  long end = load->done + count;
  while(load->done < end && load->running > 0)
    load->step(load);
}

/* Starts all slots, measures so many requests, and lets those that still run come to an end. */
static inline void run_slots(struct load *load, long requests)
{
  struct reading before;
  int i;
  load->again = 1;
  for(i = 0; i < load->slots; i++)
    load->start(load, i);
  drive(load, (long)load->unmeasured * load->slots);
  before = read_now(load);
  drive(load, requests);
  report(load, before, "");
  load->again = 0;
  drive(load, load->running);
}

static inline void over(struct load *load, int slot, int good)
{
  load->done++;
  load->running--;
  load->bad += !good;
  if(load->again)
    load->start(load, slot);
}

static inline void serve(struct load *load, const char *version, void (*run)(struct load *, long))
{
  long requests;
  printf("%s\n", version);
  fflush(stdout);
  while(scanf(" run %ld", &requests) == 1)
    run(load, requests);
}

#endif
