/// The status that a process ends with, numbered as in BSD's `sysexits.h`.
public struct ExitCode: Hashable, Sendable {
  /// The number that the shell sees, 0 to 255.
  public let rawValue: Int32

  /// The status with the number `rawValue`.
  public init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// The work was done.
  public static let success = ExitCode(0)
  /// The work was done and its answer is "no", where the user asked to be told by status.
  public static let negative = ExitCode(1)
  /// The command line makes no sense.
  public static let usage = ExitCode(64)
  /// The input was read and cannot be used.
  public static let badData = ExitCode(65)
  /// The input is not there or cannot be opened.
  public static let noInput = ExitCode(66)
  /// Another program that is needed is missing.
  public static let unavailable = ExitCode(69)
  /// A defect of the program itself.
  public static let internalError = ExitCode(70)
  /// An output file cannot be created.
  public static let cannotCreate = ExitCode(73)
  /// Reading or writing failed half-way.
  public static let ioError = ExitCode(74)
}
