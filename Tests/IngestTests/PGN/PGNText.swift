import Battles
import Ingest

/// A game as a file has it, with the usual tags.
func game(
  _ white: String, _ black: String, _ result: String, more: String = "", moves: String = "1. e4 e5"
) -> String {
  """
  [Event "Open"]
  [White "\(white)"]
  [Black "\(black)"]
  [Result "\(result)"]
  \(more)
  \(moves) \(result)


  """
}

/// Reads `text` as games.
func readGames(
  _ text: String, _ options: ReadOptions = ReadOptions(), windowSize: Int = 1 << 16
) throws(IngestError) -> ReadResult {
  try read(text, named: "games.pgn", options, windowSize: windowSize)
}
