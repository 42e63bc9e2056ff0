import CommandLineKit
import Testing

@testable import DeadheatCLI

/// What a run of the program came to.
struct Run: Equatable {
  let code: ExitCode
  let output: String
  let notes: String
}

/// Runs the program in this process.
func deadheat(_ words: String...) -> Run { deadheat(words) }

/// The same from an array.
func deadheat(_ words: [String]) -> Run {
  let transcript = Transcript()
  var console = transcript.console()
  let code = Program.deadheat.run(words, &console)
  return Run(code: code, output: transcript.output, notes: transcript.notes)
}

/// Options that draw nothing, which is what takes time in a debug build.
let fast = ["--ci", "sandwich", "--adjust", "holm"]

/// Expects a run to end with `code`, nothing on standard output, and one message that holds all of
/// `fragments`.
func expectFailure(
  _ run: Run, _ code: ExitCode, _ fragments: String...,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(run.code == code, "\(run.notes)", sourceLocation: location)
  #expect(run.output.isEmpty, sourceLocation: location)
  for fragment in fragments {
    #expect(run.notes.contains(fragment), "\(run.notes)", sourceLocation: location)
  }
  let start = run.notes.split(separator: "\n").last { !$0.hasPrefix("see '") }
  #expect(start?.hasPrefix("deadheat: ") == true, "\(run.notes)", sourceLocation: location)
}

/// Battles of three established models and a straggler, with ties, both kinds, and one battle of a
/// model against itself.
let league = """
  model_a,model_b,winner,count,kind
  alder,birch,model_a,60,text
  alder,birch,model_b,30,text
  birch,alder,tie,20,text
  birch,cedar,model_a,50,text
  birch,cedar,model_b,40,code
  birch,cedar,both_bad,15,code
  cedar,alder,model_a,25,code
  alder,cedar,model_a,55,code
  alder,elm,model_a,6,code
  elm,alder,model_a,2,code
  elm,birch,tie,3,text
  alder,alder,tie,1,text

  """

/// A published board.
let publishedBoard = """
  model,rating,lower,upper,votes
  alder,1503,1497,1509,8000
  birch,1502,1496,1508,8100
  cedar,1460,1454,1466,7900

  """
