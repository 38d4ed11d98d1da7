package practice.facebook;

import org.jspecify.annotations.Nullable;

/**
 * An Instagram account, professional or not.
 */
final class InstagramAccount {

	final String id;

	final Picture picture = new Picture();

	final long follows;

	final long media;

	final String biography;

	final String website;

	volatile String username;

	volatile String name;

	volatile AccountKind kind;

	volatile long followers;

	volatile boolean restricted;

	InstagramAccount(World.AccountLine line) {
		this.id = line.id();
		this.username = line.username();
		this.name = line.name();
		this.kind = line.kind();
		this.followers = line.followers();
		this.follows = line.follows();
		this.media = line.media();
		this.biography = line.biography();
		this.website = line.website();
	}

	boolean isCalled(@Nullable String name) {
		return this.id.equals(name) || this.username.equals(name);
	}

	boolean isProfessional() {
		return this.kind != AccountKind.PERSONAL;
	}

}
