package practice.facebook;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A page at practice Facebook.
 */
final class Page {

	final String id;

	/** The tasks of everybody who has a role, by the person's id. */
	final Map<String, Set<String>> roles = new ConcurrentHashMap<>();

	final Picture picture = new Picture();

	volatile String name;

	volatile String username;

	volatile long followers;

	volatile boolean published;

	volatile @Nullable String instagram;

	Page(World.PageLine line, World world) {
		this.id = line.id();
		this.name = line.name();
		this.username = line.username();
		this.followers = line.followers();
		this.published = line.published();
		this.instagram = line.instagram();
		line.roles().forEach((key, tasks) -> this.roles.put(world.person(key).id, tasks));
	}

	boolean isCalled(@Nullable String name) {
		return this.id.equals(name) || this.name.equals(name) || this.username.equals(name);
	}

	void unlink(String account) {
		if (Objects.equals(this.instagram, account)) {
			this.instagram = null;
		}
	}

}
