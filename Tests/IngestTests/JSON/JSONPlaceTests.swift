import Battles
import Ingest
import Testing

/// Values at places in arrays: `models[0]`, `score.ft[1]`, `games[0].score`.
@Suite struct JSONPlaceTests {
  @Test(arguments: [1, 5, 1 << 16])
  func rolesAtPlaces(_ size: Int) throws {
    let named = try mapping("a=m[0],b=m[2].name,winner=games[0].score")
    let text =
      #"{"m":["x",7,{"name":"y"}],"games":[{"score":"A>B"},{"score":"tie"}]}"# + "\n"
      + #"{"games":[{"id":1,"score":"tie"}],"m":["y",[],{"id":[1],"name":"x"},"more",{}]}"# + "\n"
      + #"{"m":["x",7,{"name":"y"}],"games":[{"score":"B>A"}]}"#
    #expect(
      cells(try read(text, named, windowSize: size))
        == ["x|y|model_a|1", "x|y|model_b|1", "y|x|tie|1"])
    let twice = try mapping("a=m[0][1],b=m[1][0],winner=w")
    let inner = #"{"m":[["p","x"],["y"]],"w":"a"}"#
    #expect(cells(try read(inner, twice, windowSize: size)) == ["x|y|model_a|1"])
  }

  @Test func filtersAndClustersAtPlaces() throws {
    let text =
      #"{"model_a":"x","model_b":"y","winner":"a","tags":["en","j1"]}"# + "\n"
      + #"{"model_a":"x","model_b":"y","winner":"b","tags":["de","j2"]}"#
    let result = try read(
      text,
      options {
        $0.filters = [try RowFilter(parsing: "tags[0] = de")]
        $0.cluster = "tags[1]"
      })
    #expect(cells(result) == ["x|y|model_b|1"])
    #expect(battles(result)?.clusters?.names == ["j2"])
  }

  @Test(arguments: ["models", "model_pair", "sides", "players", "teams"])
  func pairsOfSides(_ key: String) throws {
    let names =
      #"{"\#(key)":["x","y"],"winner":"x"}"# + "\n" + #"{"\#(key)":["y","z"],"winner":"z"}"# + "\n"
      + #"{"\#(key)":["z","x"],"winner":"tie"}"#
    #expect(try cells(names) == ["x|y|model_a|1", "y|z|model_b|1", "z|x|tie|1"])
    // 0 and 1 may be places and points.
    let numbers = #"{"\#(key)":["x","y"],"winner":0}"# + "\n" + #"{"\#(key)":["x","y"],"winner":1}"#
    #expect(failure(numbers)?.description.contains("--coding index0") == true)
    #expect(
      try cells(numbers, options { $0.coding = .index0 }) == ["x|y|model_a|1", "x|y|model_b|1"])
  }

  /// Three of them are no battle of two, and more must not be left out unseen.
  @Test func arraysThatAreNoPair() {
    for models in [#"["x","y","z"]"#, #"["x"]"#, "[]", #"["x",{"name":"y"}]"#, #"[["x"],"y"]"#] {
      let error = failure(#"{"models":\#(models),"winner":"x"}"#)
      #expect(
        error?.description.contains("the record is neither that of battles") == true, "\(models)")
    }
    let mixed =
      #"{"models":["x","y"],"winner":"tie"}"# + "\n" + #"{"models":["x","y","z"],"winner":"x"}"#
    #expect(failure(mixed)?.description.hasPrefix("battles.csv:2: ") == true)
  }

  /// As football.json of openfootball has seasons.
  @Test(arguments: [1, 64, 1 << 16])
  func aSeasonOfMatches(_ size: Int) throws {
    let text = """
      {"name":"A League 2024/25","matches":[
       {"round":"1","team1":"Reds","team2":"Blues","score":{"ht":[1,0],"ft":[2,0]}},
       {"round":"1","team1":"Greens","team2":"Reds","score":{"ft":[1,1]}},
       {"round":"2","score":{"ft":[0,3],"ht":[0,0]},"team1":"Blues","team2":"Greens"}]}
      """
    #expect(
      cells(try read(text, windowSize: size)) == [
        "Blues|Greens|model_b|1", "Greens|Reds|tie|1", "Reds|Blues|model_a|1",
      ])
    let plain = #"{"home":"x","away":"y","score":[3,1]}"#
    #expect(try cells(plain) == ["x|y|model_a|1"])
  }

  @Test func whatAnArrayNeeds() {
    let error = failure(#"{"model_a":["x"],"model_b":"y","winner":"a"}"#)
    #expect(
      error?.description
        == "battles.csv:1: model_a is \"[\\\"x\\\"]\"; expected a text (name a place in it with --columns, "
        + "such as model_a[0]; correct it, or leave such rows out with --bad-rows skip)")
  }
}
