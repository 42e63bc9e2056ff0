#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory that this process may come to hold.
public enum Memory {
  /// In bytes: that of the machine, or less where a limit of the process or its container is lower.
  public static var limit: Double {
    let machine = Double(sysconf(Int32(_SC_PHYS_PAGES))) * Double(sysconf(Int32(_SC_PAGESIZE)))
    return ([machine] + processLimits + containerLimits).filter { $0 > 0 }.min() ?? .infinity
  }

  /// What `ulimit -v` and `ulimit -d` allow; without a limit a number larger than any machine's.
  private static var processLimits: [Double] {
    var (addresses, data) = (rlimit(), rlimit())
    (addresses.rlim_cur, data.rlim_cur) = (.max, .max)
    // SAFETY: the structures are written within the calls only; where one fails there is no limit.
    #if canImport(Glibc)
      _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &addresses)
      // SAFETY: as above.
      _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &data)
    #else
      _ = unsafe getrlimit(RLIMIT_AS, &addresses)
      // SAFETY: as above.
      _ = unsafe getrlimit(RLIMIT_DATA, &data)
    #endif
    return [Double(addresses.rlim_cur), Double(data.rlim_cur)]
  }

  /// What Linux allows the processes of a container together, in either version of its files.
  private static var containerLimits: [Double] {
    ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].compactMap {
      firstLine($0).flatMap { Double($0) }
    }
  }

  private static func firstLine(_ path: String) -> String? {
    // SAFETY: the stream is open until it is closed, here, and the buffer holds as many bytes as are
    // read and a zero.
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(validating: bytes.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
