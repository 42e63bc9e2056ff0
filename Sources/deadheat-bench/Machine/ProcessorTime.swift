#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The time that processors worked for this process.
enum ProcessorTime {
  /// Seconds of all its threads, to the microsecond.
  static var ofThisProcess: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}

/// The processors of this machine.
enum Processors {
  /// How many are online, at least 1.
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The bytes of the last-level cache, or a guess on the large side where the system does not tell.
  static var cacheSize: Int {
    #if canImport(Glibc)
      let size = sysconf(Int32(_SC_LEVEL3_CACHE_SIZE))
      if size > 0 { return Int(size) }
    #endif
    return 64 << 20
  }

  /// The model's name, where the system tells it.
  static var name: String? {
    guard let text = SystemFile.text("/proc/cpuinfo") else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":", maxSplits: 1).last.map { String($0.drop { $0 == " " }) }
  }
}
