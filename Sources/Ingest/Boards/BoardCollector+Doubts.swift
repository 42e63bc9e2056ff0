internal import Battles
internal import SafeText

/// What numbers of a whole board show to be read in a wrong way.
extension BoardCollector {
  /// Sees that scores and errors are in one unit, where percent signs tell it.
  func requireOneUnit(_ files: [String]) throws(IngestError) {
    let loose = rows.first { row in
      guard row.isErrorPercent, !row.isPercent else { return false }
      return row.rating.magnitude <= 1 || row.rating.magnitude > 100 || unit.saysElo
    }
    if let loose {
      throw .dataset(
        files: files,
        what: "on line \(loose.place.line) the error has a percent sign, and its score, "
          + "\(loose.rating), has none and is no percentage",
        remedy: "write scores and errors in one unit")
    }
    let signed = rows.filter { $0.isPercent && !$0.isErrorPercent && !$0.isErrorUnknown }
    guard let first = signed.first else { return }
    let areShares = signed.allSatisfy { row in
      switch row.spread {
      case .pair(let low, let high, _):
        (0...1).contains(low) && (0...1).contains(high) && low * 100 <= row.rating
          && row.rating <= high * 100
      default: false
      }
    }
    let widths = signed.compactMap { row in
      switch row.spread {
      case .interval(let lower, let upper): (upper - lower) / 2
      case .standardError(let error): error
      default: nil
      }
    }.filter { $0 > 0 }.sorted()
    // Errors of a tenth of a percentage point and less need a million battles.
    guard areShares || !widths.isEmpty && widths[widths.count / 2] <= 0.1 else { return }
    throw .dataset(
      files: files,
      what: "on line \(first.place.line) the score has a percent sign, and its error has none and "
        + "looks like one of a share from 0 to 1",
      remedy: "write scores and errors in one unit, both with percent signs or both without")
  }

  /// Sees that intervals do not reach about as far as the scores themselves: such numbers are ends.
  func requireReaches(_ files: [String]) throws(IngestError) {
    guard let columns, let heading = columns.uncertainty.slots.first ?? Optional(columns.rating)
    else { return }
    var isReach = intervalReading == .reaches
    switch columns.uncertainty {
    case .reachText, .reaches: isReach = true
    default: break
    }
    let wide = rows.filter { row in
      if case .interval(let lower, let upper) = row.spread { return upper > lower }
      return false
    }
    guard isReach, !wide.isEmpty,
      wide.count > 1 || wide[0].rating.magnitude >= 50,
      wide.allSatisfy({ row in
        guard case .interval(let lower, let upper) = row.spread else { return false }
        let usual = (0.8 * row.rating.magnitude)...(1.25 * row.rating.magnitude)
        return usual.contains(row.rating - lower) && usual.contains(upper - row.rating)
      })
    else { return }
    let name = headings[heading]
    throw .dataset(
      files: files,
      what:
        "the numbers in \(Mention.quoted(name)) are about as large as the scores in all rows: they "
        + "look like ends of intervals, and were to tell how far these reach",
      remedy:
        "name the ends with \(ColumnMapping.option([(.interval, name)])) where they are one text, "
        + "or with --columns lower=COLUMN,upper=COLUMN")
  }

  /// Sees that a point does not stand between thousands: `1.503 ± 6`.
  func requirePoints(_ files: [String]) throws(IngestError) {
    guard unit.saysElo, let first = rows.first, rows.allSatisfy(\.mayBeThousands),
      rows.allSatisfy({ row in
        switch row.spread {
        case .interval(let lower, let upper): upper - lower >= 2 * row.rating.magnitude
        case .standardError(let error): error >= row.rating.magnitude
        default: false
        }
      })
    else { return }
    throw .dataset(
      files: files,
      what: "all scores have three digits behind a point and errors that are larger, as "
        + "\(first.rating) on line \(first.place.line): the point may stand between thousands",
      remedy: "write the scores without it, as 1503")
  }

  /// The level of the intervals, as cells or headings say it.
  func settledLevel() throws(IngestError) -> BoardLevel {
    guard let cellLevel else {
      return level ?? BoardLevel(level: 0.95, quantile: options.quantile)
    }
    return try BoardLevel.of(
      claimed: cellLevel.level, given: options.level, quantile: options.quantile,
      at: cellLevel.place)
  }
}
