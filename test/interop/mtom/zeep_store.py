"""zeep calls `store` of a service, which responds with MTOM, and prints the response."""
import sys
import zeep

client = zeep.Client(sys.argv[1] + "?wsdl")
response = client.service.store(name="n", data=bytes(range(256)) * 8, more=[b"small"])
print(response.name, bytes(response.data) == bytes(range(256)) * 8, [bytes(each) for each in response.more])
