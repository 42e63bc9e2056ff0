/// Shortens text to a number of columns.
package enum Shortening {
  /// `text` with `ellipsis` for its middle, where it takes more than `width` columns.
  ///
  /// The end stays because names of models differ there, by size, date or variant. Clusters are not
  /// cut, so the result may be a column narrower.
  package static func shortened(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let room = width - DisplayWidth.of(ellipsis)
    return shortened(text, to: width, ellipsis: ellipsis, tailWidth: tailWidth(ofRoom: room))
  }

  /// How many of the columns that are left beside an ellipsis the end of a name has.
  package static func tailWidth(ofRoom room: Int) -> Int { room * 2 / 5 }

  /// The same with `tailWidth` columns for the end.
  package static func shortened(
    _ text: String, to width: Int, ellipsis: String, tailWidth: Int
  ) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let room = width - DisplayWidth.of(ellipsis)
    let head = prefix(of: text, width: room - tailWidth)
    let tail = prefix(of: text.reversed(), width: tailWidth)
    return String(head) + ellipsis + String(tail.reversed())
  }

  /// The first clusters of `text` that fit in `width` columns.
  package static func prefix(of text: some Sequence<Character>, width: Int) -> [Character] {
    var taken: [Character] = []
    var used = 0
    for cluster in text {
      used += DisplayWidth.of(cluster)
      guard used <= width else { break }
      taken.append(cluster)
    }
    return taken
  }
}
