import CommandLineKit

/// Why a benchmark could not be finished.
enum BenchError: Error {
  /// A result differs from what is known of it otherwise.
  case wrongResult(String)
  /// A file that was named cannot be used.
  case input(String)
  /// The system refused a call.
  case system(String, errno: Int32)
  /// A program ended with another status than 0.
  case failed(program: String, status: Int32)

  /// What happened, in a sentence without its full stop.
  var message: String {
    switch self {
    case .wrongResult(let what): "a result is wrong: \(what)"
    case .input(let what): what
    case .system(let call, let number):
      "\(call) failed: \(StandardStreams.message(errno: number))"
    case .failed(let program, let status): "\(program) ended with status \(status)"
    }
  }

  /// The status to end with.
  var exitCode: ExitCode {
    switch self {
    case .wrongResult, .failed: .internalError
    case .input: .badData
    case .system: .ioError
    }
  }
}

/// Throws where a result is not as it must be; `what` says what was found.
func expect(_ holds: Bool, _ what: @autoclosure () -> String) throws(BenchError) {
  guard holds else { throw .wrongResult(what()) }
}
