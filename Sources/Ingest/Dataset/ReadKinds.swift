public import Battles

/// Reads battles.
///
/// The same as `readDataset` where a board of scores would be a mistake.
///
/// - Parameters:
///   - files: paths; `-` is standard input.
///   - options: what the header does not say, filters, and what happens on a bad row.
/// - Returns: the battles as cells, and the account of how they were read.
/// - Throws: `IngestError`, also where the files hold a board.
public func readBattles(
  _ files: [InputPath], options: ReadOptions = ReadOptions()
) throws(IngestError) -> (cells: Cells, report: ReadReport) {
  let result = try readDataset(files, options: options)
  guard case .battles(let cells) = result.dataset else {
    throw .dataset(
      files: files.map(\.name),
      what: "this is a published board of scores, and battles are expected",
      remedy: "read it with readBoard")
  }
  return (cells, result.report)
}

/// Reads a published board of scores.
///
/// The same as `readDataset` where battles would be a mistake.
///
/// - Parameters:
///   - files: paths; `-` is standard input.
///   - options: what the header does not say, and filters.
/// - Returns: the scores on the board's own scale, and the account of how they were read.
/// - Throws: `IngestError`, also where the files hold battles.
public func readBoard(
  _ files: [InputPath], options: ReadOptions = ReadOptions()
) throws(IngestError) -> (scores: PublishedScores, report: ReadReport) {
  let result = try readDataset(files, options: options)
  guard case .board(let scores) = result.dataset else {
    throw .dataset(
      files: files.map(\.name),
      what: "these are battles, and a published board of scores is expected",
      remedy: "read them with readBattles")
  }
  return (scores, result.report)
}
