#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of real data sets that `DEADHEAT_DATA` names, or `nil` where it is not set.
///
/// Tests on real data carry `.enabled(if: RealData.isPresent, …)`, so that without the data they
/// are reported as skipped, by name, and never pass silently.
public enum RealData {
  /// The folder's path, without a closing slash.
  public static let folder: String? = environmentVariable("DEADHEAT_DATA")
  /// Whether the real data are there to be tested on.
  public static var isPresent: Bool { folder != nil }
  /// What a skipped test prints.
  public static let missing: StaticString = "set DEADHEAT_DATA to the folder of real data sets"

  /// The path of the data file `name`; an empty path where there are no data.
  public static func path(_ name: String) -> String { "\(folder ?? "")/\(name)" }
}

/// The value of the environment variable `name`.
public func environmentVariable(_ name: String) -> String? {
  // SAFETY: getenv answers a NUL-terminated string that nothing in the tests changes.
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}
