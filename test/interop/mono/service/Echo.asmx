<%@ WebService Class="Echo, Services" %>
