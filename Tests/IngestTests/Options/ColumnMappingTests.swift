import Ingest
import Testing

@Suite struct ColumnMappingTests {
  @Test func rolesAndColumns() throws {
    let mapping = try ColumnMapping(
      parsing: "a=home_team, B = away team ,winner=\"res,ult\",lower=x=y")
    #expect(mapping[.a] == "home_team")
    #expect(mapping[.b] == "away team")
    #expect(mapping[.winner] == "res,ult")
    #expect(mapping[.lower] == "x=y")
    #expect(mapping[.upper] == nil)
  }

  @Test(arguments: ColumnMapping.Role.allCases)
  func everyRoleIsUnderstood(_ role: ColumnMapping.Role) throws {
    #expect(try ColumnMapping(parsing: "\(role.rawValue)=c")[role] == "c")
  }

  @Test(
    arguments: [
      (
        "winer=x",
        """
        "winer" is not a role of a column (the roles are a, b, winner, loser, draw, score_a, score_b, count, \
        wins_a, wins_b, ties, model, rating, lower, upper, plus_minus, interval, ci_minus, \
        ci_plus, variance, standard_error, votes)
        """
      ),
      (
        "a=x,b",
        """
        "b" names no column; expected ROLE=COLUMN (write for example --columns \
        a=home_team,b=away_team,winner=result)
        """
      ),
      ("a=", "role a has no column (write a=COLUMN)"),
      ("a=x,a=y", "role a is given twice (name one column for each role)"),
    ])
  func brokenMappings(_ argument: String, _ description: String) {
    let error = #expect(throws: IngestError.self) { try ColumnMapping(parsing: argument) }
    #expect(error?.description == description)
    #expect(error?.kind == .usage)
  }

  @Test func headingsAreFoundByBytesThenByCase() throws {
    let options = try mapping("a=Home,b=AWAY,winner=res")
    #expect(try cells("home,Home,away,res\nz,x,y,home\n", options) == ["x|y|model_a|1"])
  }
}
