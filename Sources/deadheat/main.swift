import CommandLineKit
import DeadheatCLI

Program.deadheat.main()
