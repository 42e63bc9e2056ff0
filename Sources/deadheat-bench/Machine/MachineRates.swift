import KernelTypes

/// How fast one processor of this machine does what the work is made of: the floors are made of it.
struct MachineRates: Sendable {
  /// Bytes a second read from memory, by one thread and each once.
  let memory: Double
  /// The bytes of the buffer that were read.
  let memoryBytes: Int
  /// Divisions of `Double`s a second.
  let divisions: Double
  /// Draws a second from an alias table that fits the first-level cache, random numbers included.
  let lookUps: Double
  /// Multiplications and additions of `Double`s a second, by table of kernels.
  let arithmetic: [String: Double]

  /// Measures, and takes the best of `repetitions`: a floor is what undisturbed work would take.
  init(_ kernels: [KernelTable], repetitions: Int) throws(BenchError) {
    let memory = MemoryReading(cacheSize: Processors.cacheSize)
    let lookUps = LookUps()
    var best = (memory: Double.infinity, division: Double.infinity, lookUp: Double.infinity)
    var arithmetic: [String: Double] = [:]
    for _ in 0..<repetitions {
      best.memory = min(best.memory, try memory.secondsPerByte())
      best.division = min(best.division, try Divisions.secondsEach())
      best.lookUp = min(best.lookUp, try lookUps.secondsEach())
      for table in kernels {
        let rate = 1 / (try Arithmetic.secondsEach(table))
        arithmetic[table.name] = max(arithmetic[table.name] ?? 0, rate)
      }
    }
    self.memory = 1 / best.memory
    memoryBytes = memory.bytes
    divisions = 1 / best.division
    self.lookUps = 1 / best.lookUp
    self.arithmetic = arithmetic
  }

  /// The rate of a table that was measured.
  func arithmetic(_ table: KernelTable) -> Double { arithmetic[table.name] ?? .nan }

  /// The rates in sentences, a line each.
  var lines: [String] {
    let tables = arithmetic.sorted { $0.key < $1.key }.map {
      "\(Decimals.billions($0.value)) (\($0.key))"
    }
    return [
      "memory: \(Decimals.billions(memory)) GB/s read by one thread from "
        + "\(Decimals.megabytes(memoryBytes)) MB, each byte once",
      "divisions: \(Decimals.billions(divisions)) · 10⁹/s, independent ones",
      "look-ups: \(Decimals.billions(lookUps)) · 10⁹/s, random ones in 8 kB with their random "
        + "numbers",
      "arithmetic: \(tables.joined(separator: ", ")) · 10⁹/s multiplications and additions of "
        + "Doubles",
    ]
  }
}
