#ifndef CPU_PROBE_H
#define CPU_PROBE_H

/// Whether the processor, and the system that saves its registers, offer all of x86-64-v3: AVX2 and
/// what comes with it. 0 on every other architecture.
int cpu_offers_x86_64_v3(void);

#endif
