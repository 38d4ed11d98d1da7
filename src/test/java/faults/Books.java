package faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the {@link Judge} what it knows, and tells it what life does.
 */
final class Books {

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	private final String judge;

	Books(String judge) {
		this.judge = judge;
	}

	JsonNode mint(int login) {
		return ask("/mint?login=" + login);
	}

	void revoke(int login) {
		ask("/revoke?login=" + login);
	}

	/**
	 * How it behaves from now on.
	 * @param life seconds that an access token lives
	 * @param usual milliseconds that it usually waits at most, before and after its
	 * commit
	 * @param some the same for one question in ten
	 * @param most the same for one in a hundred
	 * @param lies how many of a hundred good access tokens it refuses for no reason
	 */
	void behave(long life, long usual, long some, long most, long lies) {
		ask("/behave?life=%d&usual=%d&some=%d&most=%d&lies=%d".formatted(life, usual, some, most, lies));
	}

	/** Everything is answered rightly, after this many milliseconds. */
	void answerAfter(long life, long millis) {
		ask("/behave?life=%d&fixed=%d".formatted(life, millis));
	}

	Opened open() {
		JsonNode books = ask("/books");
		Map<Integer, Account> accounts = new HashMap<>();
		books.get("accounts")
			.forEach((account) -> accounts.put(account.get("login").asInt(),
					new Account(account.get("generation").asLong(), account.get("alive").asBoolean(),
							account.get("delivered").asLong(), account.get("to").asInt(), account.get("from").asLong(),
							account.get("at").asLong())));
		return new Opened(books.get("refreshes").asLong(), books.get("twice").asLong(), accounts);
	}

	private JsonNode ask(String path) {
		try {
			return this.json.readTree(
					this.client
						.send(HttpRequest.newBuilder(URI.create(this.judge + path)).build(),
								HttpResponse.BodyHandlers.ofString())
						.body());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * All the books.
	 *
	 * @param refreshes how many times somebody got new tokens
	 * @param twice how many refresh tokens were shown more than once
	 * @param accounts everybody by number
	 */
	record Opened(long refreshes, long twice, Map<Integer, Account> accounts) {
	}

	/**
	 * What the network knows of somebody.
	 *
	 * @param generation which refresh token is good
	 * @param alive whether any is
	 * @param delivered the newest one whose answer was written whole
	 * @param to to which process
	 * @param from when that process had asked, in milliseconds
	 * @param at when it was told, in milliseconds
	 */
	record Account(long generation, boolean alive, long delivered, int to, long from, long at) {
	}

}
