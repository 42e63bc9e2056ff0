import CommandLineKit
import Ingest

extension FilePath {
  /// The same path for reading.
  var input: InputPath { InputPath(bytes: bytes) }
}
