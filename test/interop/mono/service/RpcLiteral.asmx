<%@ WebService Class="RpcLiteral, Services" %>
