import CommandLineKit

/// A part of the work that is checked first and measured then.
protocol Suite {
  /// Makes what is worked on.
  init(_ setting: Setting) throws
  /// What is measured and how much of it, in a line.
  var title: String { get }
  /// Compares the results with what is known of them otherwise, and answers what was compared, in
  /// lines.
  ///
  /// - Throws: `BenchError.wrongResult`.
  func check() throws -> [String]
  /// The rows of the table.
  func variants(_ rates: MachineRates) throws -> [Variant]
  /// What the floors are made of, in lines.
  func floorNotes(_ rates: MachineRates) -> [String]
}

/// The suites, in the order in which they run.
enum SuiteName: String, ArgumentValue, CaseIterable {
  case ingest, fit, bootstrap, inference
  case startUp = "start-up"

  /// The suite of this name.
  func suite(_ setting: Setting) throws -> any Suite {
    switch self {
    case .ingest: try IngestSuite(setting)
    case .fit: try FitSuite(setting)
    case .bootstrap: try BootstrapSuite(setting)
    case .inference: try InferenceSuite(setting)
    case .startUp: try StartUpSuite(setting)
    }
  }
}
