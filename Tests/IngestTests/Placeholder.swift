import Battles
import Ingest
import Testing
@Test func smoke() throws {
  let r = try readDataset([InMemoryFile("x.csv", Array("model_a,model_b,winner\na,b,model_a\n".utf8))])
  print(r)
}
