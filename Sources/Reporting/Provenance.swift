package import Battles
package import EloInference
package import EloNumerics

/// Where the ratings of a report came from: what was read, and the estimate that it gave.
package struct Provenance: Sendable {
  /// What was read, and what of it was set aside.
  package let read: ReadReport
  /// The models that take part, ranked or not.
  package let roster: Roster
  /// How the ratings came about.
  package let source: EstimateSource
  /// The scale of the ratings.
  package let scale: EloScale
  /// What the estimate warns of.
  package let warnings: [EstimateWarning]

  /// What is known of an estimate.
  package init(
    _ read: ReadReport, _ roster: Roster, _ source: EstimateSource, _ scale: EloScale,
    _ warnings: [EstimateWarning] = []
  ) {
    self.read = read
    self.roster = roster
    self.source = source
    self.scale = scale
    self.warnings = warnings
  }

  /// That of `estimate`, which was made of what was read.
  package init(_ read: ReadReport, _ estimate: Estimate) {
    self.init(read, estimate.roster, estimate.source, estimate.scale, estimate.warnings)
  }
}

extension Provenance {
  /// How ratings and gaps are written.
  var format: RatingFormat { RatingFormat(scale: scale, source) }

  /// The warnings of reading and then those of the estimate, in words.
  package var allWarnings: [Warning] { read.warnings + warnings.map(Warning.init) }

  /// How the data were read and what of them was set aside, for readers.
  ///
  /// - Parameter head: what each note begins with, such as which of two snapshots it is about.
  func notesOnReading(_ head: Prose? = nil) -> [Block] {
    [ReadingWording(read.reading).line, SourceWording.setAside(read, source)].compactMap {
      $0.map { note in .reading(head.map { $0 + note } ?? note) }
    }
  }

  /// The same for programs, with what kind of ratings they are.
  var record: JSONValue {
    let kind: String
    let battles: Int?
    switch source {
    case .battles(let fit): (kind, battles) = ("battles", fit.battles)
    case .board: (kind, battles) = ("board", nil)
    }
    return .object(
      SummaryRecords.source(read, kind: kind, battles: battles, models: roster.count) + [
        Field("unit", .string(format.unit.rawValue)),
        Field("exact", .array(source.board?.reference.map { [.string($0)] } ?? [])),
        Field("preliminary", .array((source.board?.preliminary.names ?? []).map { .string($0) })),
      ])
  }
}
