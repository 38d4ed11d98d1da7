package practice.linkedin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A page at practice LinkedIn.
 */
final class Page {

	final String id;

	final String type;

	/** Everybody's role, by the member's id. */
	final Map<String, Role> roles = new ConcurrentHashMap<>();

	volatile String name;

	volatile String vanityName;

	volatile long followers;

	volatile int picture = 1;

	Page(World.PageLine line, World world) {
		this.id = line.id();
		this.type = (line.type() != null) ? line.type() : "NONE";
		this.name = line.name();
		this.vanityName = line.vanityName();
		this.followers = line.followers();
		line.roles().forEach((key, role) -> this.roles.put(world.member(key).id, role));
	}

	String urn() {
		return "urn:li:organization:" + this.id;
	}

	synchronized void changeLogo() {
		this.picture++;
	}

	boolean isCalled(@Nullable String name) {
		return this.id.equals(name) || this.name.equals(name) || this.vanityName.equals(name);
	}

	/**
	 * What a member is on a page.
	 *
	 * @param role LinkedIn's word
	 * @param state APPROVED, REQUESTED or REVOKED
	 */
	record Role(String role, String state) {

		boolean isApproved() {
			return this.state.equals("APPROVED");
		}

	}

}
