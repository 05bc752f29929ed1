<%@ WebService Class="RpcEncoded, Services" %>
