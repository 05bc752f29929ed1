// Served by Axis 1.4, rpc/encoded: values that are referred to, arrays, faults.
package people;

public class People {
  public Person[] friends() {
    Person ann = new Person();
    ann.setName("Ann");
    ann.setAge(40);
    Person bob = new Person();
    bob.setName("Bob <&>");
    bob.setFriend(ann);
    return new Person[] {ann, bob, ann, null};
  }

  public int[] numbers() {
    return new int[] {1, -2, 3};
  }

  public String[][] table() {
    return new String[][] {{"a", null}, {"", "\u00e9"}};
  }

  public Object anything() {
    return Boolean.TRUE;
  }

  public String refuse(int kind) throws NoSuchPerson {
    if (kind == 1) {
      NoSuchPerson none = new NoSuchPerson();
      none.setId(7);
      none.setWhy("<gone>");
      throw none;
    }
    throw new IllegalStateException("It broke");
  }
}
