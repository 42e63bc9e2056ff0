import KernelTypes

/// The counts as doubles, written out: the library's generic initialiser is not always inlined, and
/// its specialisation would be shared code.
@inline(__always)
func doubles(_ counts: CountLanes) -> Lanes {
  Lanes(
    Double(counts[0]), Double(counts[1]), Double(counts[2]), Double(counts[3]),
    Double(counts[4]), Double(counts[5]), Double(counts[6]), Double(counts[7]))
}
