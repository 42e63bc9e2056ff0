import CommandLineKit
import DeadheatCLI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Started under the name of the program, this is the program: the suites that measure whole
// processes start themselves so, and measure the very build that the others call.
if CommandLine.arguments.first == ProgramUnderTest.name { Program.deadheat.main() }
var console = Console.standard()
let words = Program.completed(Array(CommandLine.arguments.dropFirst()))
exit(Program.bench.run(words, &console).rawValue)
