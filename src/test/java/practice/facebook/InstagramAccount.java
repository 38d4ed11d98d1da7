package practice.facebook;

import org.jspecify.annotations.Nullable;

/**
 * An Instagram account, professional or not.
 */
public final class InstagramAccount {

	public final String id;

	final Picture picture = new Picture();

	public final long follows;

	public final long media;

	public final String biography;

	public final String website;

	public volatile String username;

	public volatile String name;

	public volatile AccountKind kind;

	public volatile long followers;

	public volatile boolean restricted;

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

	public boolean isProfessional() {
		return this.kind != AccountKind.PERSONAL;
	}

}
