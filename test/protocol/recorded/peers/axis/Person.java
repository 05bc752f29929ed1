package people;

public class Person implements java.io.Serializable {
  private String name;
  private Integer age;
  private Person friend;
  public String getName() { return name; }
  public void setName(String value) { name = value; }
  public Integer getAge() { return age; }
  public void setAge(Integer value) { age = value; }
  public Person getFriend() { return friend; }
  public void setFriend(Person value) { friend = value; }
}
