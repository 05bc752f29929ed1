"""zeep calls `store` of a service, which answers with MTOM: prints what came."""
import sys
import zeep

client = zeep.Client(sys.argv[1] + "?wsdl")
answer = client.service.store(name="n", data=bytes(range(256)) * 8, more=[b"small"])
print(answer.name, bytes(answer.data) == bytes(range(256)) * 8, [bytes(each) for each in answer.more])
