package people;

public class NoSuchPerson extends org.apache.axis.AxisFault {
  private int id;
  private String why;
  public int getId() { return id; }
  public void setId(int value) { id = value; }
  public String getWhy() { return why; }
  public void setWhy(String value) { why = value; }

  public void writeDetails(javax.xml.namespace.QName name, org.apache.axis.encoding.SerializationContext context)
      throws java.io.IOException {
    context.serialize(name, null, this);
  }
}
