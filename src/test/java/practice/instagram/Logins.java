package practice.instagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import practice.facebook.InstagramAccount;
import practice.facebook.World;

/**
 * Every login at practice Instagram, read from {@code instagram.json}, and how practice
 * Instagram answers at the moment.
 */
final class Logins {

	private final Map<String, Login> logins = new LinkedHashMap<>();

	private final World world;

	/** Whether short tokens come flat instead of in a list, as some have seen. */
	volatile boolean flat;

	/** Whether personal accounts are let in, against the documents. */
	volatile boolean personalToo;

	Logins(World world) {
		this.world = world;
		reset();
	}

	void reset() {
		this.logins.clear();
		this.flat = false;
		this.personalToo = false;
		read().logins().forEach((line) -> this.logins.put(line.account(), new Login(line)));
	}

	Collection<Login> all() {
		return List.copyOf(this.logins.values());
	}

	/** The login with this id, or with this id or handle of its account. */
	Optional<Login> find(@Nullable String name) {
		return this.logins.values()
			.stream()
			.filter((login) -> login.id.equals(name) || login.account.equals(name)
					|| account(login).filter((account) -> account.username.equalsIgnoreCase(name)).isPresent())
			.findFirst();
	}

	Login get(String name) {
		return find(name).orElseThrow(() -> new IllegalArgumentException("No practice login " + name));
	}

	/** Its account, unless that was deleted. */
	Optional<InstagramAccount> account(Login login) {
		return this.world.findAccount(login.account);
	}

	private static Scene read() {
		try (InputStream file = Logins.class.getResourceAsStream("/practice/instagram.json")) {
			return JsonMapper.builder().build().readValue(Objects.requireNonNull(file), Scene.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What stands in the file. */
	record Scene(List<Line> logins) {
	}

	/** A login in the file. */
	record Line(String account, String id, String story) {
	}

}
