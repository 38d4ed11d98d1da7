package practice.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import practice.PracticeProvider;

/**
 * Practice Instagram as the common pages know it.
 */
final class PracticeInstagram implements PracticeProvider {

	private final InstagramLife life;

	private final Logins logins;

	private final LoginTokens tokens;

	private final JsonMapper json;

	PracticeInstagram(InstagramLife life, Logins logins, LoginTokens tokens, JsonMapper json) {
		this.life = life;
		this.logins = logins;
		this.tokens = tokens;
		this.json = json;
	}

	@Override
	public String name() {
		return "instagram";
	}

	@Override
	public List<String> networks() {
		return List.of("instagram");
	}

	@Override
	public Map<String, String> settings(String baseUrl) {
		String registration = "spring.security.oauth2.client.registration.instagram.";
		String provider = "spring.security.oauth2.client.provider.instagram.";
		return Map.of(registration + "client-id", InstagramApp.ID, registration + "client-secret", InstagramApp.SECRET,
				provider + "authorization-uri", baseUrl + "/instagram/oauth/authorize", provider + "token-uri",
				baseUrl + InstagramFilter.PATH + "oauth/access_token", "channelkeeper.network.instagram.api-url",
				baseUrl + InstagramFilter.PATH + "graph");
	}

	@Override
	public Object view() {
		return new View(this.logins.flat, this.logins.personalToo,
				this.logins.all()
					.stream()
					.flatMap((login) -> this.logins.account(login)
						.map((account) -> new Row(account.username, account.name, login.password, login.story,
								login.condition(), account.kind.name(), List.copyOf(new TreeSet<>(login.granted))))
						.stream())
					.toList());
	}

	@Override
	public void reset() {
		this.life.reset();
	}

	@Override
	public Object notes() {
		return new Notes(this.logins.flat, this.logins.personalToo, this.logins.all()
			.stream()
			.map((login) -> new LoginNote(login.account, login.password, login.trouble, new TreeSet<>(login.granted)))
			.toList(),
				this.tokens.all()
					.stream()
					.map((token) -> new TokenNote(token.value, token.login.account, token.longLived, token.issuedAt,
							token.expiresAt, token.ended))
					.toList());
	}

	@Override
	public void recall(String text) {
		Notes notes = this.json.readValue(text, Notes.class);
		this.logins.flat = notes.flat();
		this.logins.personalToo = notes.personalToo();
		notes.logins().forEach((note) -> this.logins.find(note.account()).ifPresent((login) -> {
			login.password = note.password();
			login.trouble = note.trouble();
			login.granted.addAll(note.granted());
		}));
		notes.tokens().forEach((note) -> {
			LoginToken token = new LoginToken(note.value(), this.logins.get(note.account()), note.longLived(),
					note.issuedAt(), note.expiresAt());
			token.ended = note.ended();
			this.tokens.add(token);
		});
	}

	/** What the control page shows. */
	public record View(boolean flat, boolean personalToo, List<Row> logins) {
	}

	/** A login on the control page. */
	public record Row(String handle, String name, String password, String story, String condition, String kind,
			List<String> granted) {
	}

	/** Everything, as it is put away. */
	record Notes(boolean flat, boolean personalToo, List<LoginNote> logins, List<TokenNote> tokens) {
	}

	/** A login, as it is put away. */
	record LoginNote(String account, String password, @Nullable End trouble, Set<String> granted) {
	}

	/** A token, as it is put away. */
	record TokenNote(String value, String account, boolean longLived, Instant issuedAt, Instant expiresAt,
			@Nullable End ended) {
	}

}
