internal import Battles
internal import EloInference

/// The objects that documents of several commands share.
enum SummaryRecords {
  /// The version of the program that wrote the document.
  static var program: Field { Field("program_version", .string(ProgramVersion.text)) }

  /// Where data came from and what of them was not used.
  ///
  /// - Parameters:
  ///   - battles: those that count; `nil` for a board.
  ///   - models: how many models take part, ranked or not.
  static func source(
    _ read: ReadReport, kind: String, battles: Int?, models: Int
  ) -> [Field] {
    [
      Field("kind", .string(kind)),
      Field("files", .array(read.files.map { .string($0) })),
      Field("rows", .integer(read.rows)),
      Field("battles", .optional(battles)),
      Field("models", .integer(models)),
      Field("set_aside", setAside(read)),
      Field("reading", ReadingRecords.reading(read.reading)),
    ]
  }

  /// What was read and not used.
  static func setAside(_ report: ReadReport) -> JSONValue {
    .array(
      report.setAside.map {
        .object([
          Field("reason", .string($0.reason.rawValue)), Field("rows", .integer($0.count)),
        ])
      })
  }

  /// How models were compared.
  static func test(_ test: TestSummary) -> JSONValue {
    .object([
      Field("adjust", .string(test.adjustment.rawValue)),
      Field("adjust_reason", test.replacement.map { .string($0.rawValue) } ?? .null),
      Field("family", .string(test.family.rawValue)),
      Field("level", .number(test.level)),
      Field("critical_value", .optional(test.criticalValue)),
      Field("pairs", .integer(test.pairs)),
      Field("degrees_of_freedom", .optional(test.degreesOfFreedom)),
    ])
  }

  /// The clusters that battles came in, or null.
  static func clusters(_ clusters: ClusterSummary?) -> JSONValue {
    clusters.map {
      .object([Field("column", .string($0.name)), Field("count", .integer($0.count))])
    } ?? .null
  }

  /// What the reader must know, each once: a warning of the reader may come back with a result.
  static func warnings(_ warnings: [Warning]) -> JSONValue {
    var distinct: [Warning] = []
    for warning in warnings {
      let isKnown = distinct.contains {
        // Two texts may differ only in the normal form of a name, which == would not see.
        $0.code == warning.code && Roster.areSame($0.text, warning.text)
      }
      if !isKnown { distinct.append(warning) }
    }
    return .array(
      distinct.map {
        .object([Field("code", .string($0.code.rawValue)), Field("text", .string($0.text))])
      })
  }
}
