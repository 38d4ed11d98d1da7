package practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * Lets the practice networks call the application by themselves when life goes on. They
 * do nothing of the kind until they are told where it is.
 */
public final class Pushes {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	private final List<Sent> sent = new CopyOnWriteArrayList<>();

	private volatile @Nullable String application;

	/** Where the application is, or null for nowhere. */
	public void sendTo(@Nullable String address) {
		this.application = address;
		this.sent.clear();
	}

	/** What was sent so far, the oldest first. */
	public List<Sent> sent() {
		return List.copyOf(this.sent);
	}

	/** Posts something, if anybody is there. */
	public void post(String path, String type, String body, Map<String, String> headers) {
		String address = this.application;
		if (address != null) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
				.timeout(PATIENCE)
				.header("Content-Type", type)
				.POST(HttpRequest.BodyPublishers.ofString(body));
			headers.forEach(request::header);
			this.sent.add(answer(path, request.build()));
		}
	}

	private Sent answer(String path, HttpRequest request) {
		try {
			var answer = this.client.send(request, BodyHandlers.ofString());
			return new Sent(path, answer.statusCode(), answer.body());
		}
		catch (IOException ex) {
			return new Sent(path, 0, "");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Sent(path, 0, "");
		}
	}

	/**
	 * Something that was sent.
	 *
	 * @param path where to
	 * @param status what it was answered with, 0 for nothing
	 * @param answer what was answered
	 */
	public record Sent(String path, int status, String answer) {
	}

}
