package import Battles
package import EloInference
import SafeText

extension Warning {
  /// What a comparison of snapshots warns of, in words.
  package init(_ warning: SnapshotWarning) {
    switch warning {
    case .noStableReference:
      self.init(
        .noStableReference,
        "About half of the models moved against the other half, and nothing tells which of them did: "
          + "compare single gaps with deadheat test.")
    case .differentReferences(let old, let new):
      self.init(
        .differentReferences,
        "The old scores were measured against \(Mention.name(old)) and the new ones against "
          + "\(Mention.name(new)): what moved may be the yardstick.")
    case .sameSnapshot: self.init(.sameSnapshot, "The old and the new snapshot are the same.")
    case .wrongOrder:
      self.init(
        .sameSnapshot,
        "The new battles can all be among the old ones: were the snapshots named in the wrong "
          + "order?")
    }
  }
}
