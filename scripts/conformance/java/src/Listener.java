import entropydata.sdk.EntropyDataClient;
import entropydata.sdk.EntropyDataEventHandler;
import entropydata.sdk.EntropyDataEventListener;
import entropydata.sdk.EntropyDataStateRepositoryRemote;
import entropydata.sdk.client.model.AccessActivatedEvent;
import entropydata.sdk.client.model.AccessDeactivatedEvent;
import entropydata.sdk.client.model.AccessProvisioningSucceededReport;
import java.time.Duration;

/** A connector in miniature: it follows the feed, looks at every access that is told of, and reports the grant. */
public class Listener {

  public static void main(String[] arguments) {
    var client = new EntropyDataClient(System.getenv("HOST"), System.getenv("API_KEY"));
    var id = "conformance-listener";
    var listener = new EntropyDataEventListener(id, "conformance", client, handler(client), new EntropyDataStateRepositoryRemote(id, client));
    listener.setPollInterval(Duration.ofMillis(200));
    System.out.println("listening");
    listener.start();
  }

  private static EntropyDataEventHandler handler(EntropyDataClient client) {
    return new EntropyDataEventHandler() {
      @Override
      public void onAccessActivatedEvent(AccessActivatedEvent event) {
        say("activated", event.getId());
        report(event.getId());
      }

      @Override
      public void onAccessDeactivatedEvent(AccessDeactivatedEvent event) {
        say("deactivated", event.getId());
      }

      /** Events of the past are told as well; the access is read as it is now, as connectors do. */
      private void say(String what, String access) {
        try {
          var active = client.getAccessApi().getAccess(access).getInfo().getActive();
          System.out.println(what + " " + access + " active=" + active);
        } catch (Exception e) {
          System.out.println("failed " + access + " " + e.getMessage());
        }
      }

      private void report(String access) {
        try {
          client.getAccessApi().reportProvisioningSucceeded(access, new AccessProvisioningSucceededReport().platform("conformance").reference("grant-" + access));
          System.out.println("reported " + access);
        } catch (Exception e) {
          System.out.println("failed " + access + " " + e.getMessage());
        }
      }
    };
  }
}
