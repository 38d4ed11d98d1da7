package io.channelkeeper.organization;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Where people are signed in.
 */
@Component
public class Sessions {

	/** The session's attribute that says with what somebody signed in. */
	public static final String DEVICE = "device";

	/** The attribute that says when somebody last did something, in milliseconds. */
	public static final String ACTIVE = "activeAt";

	private final FindByIndexNameSessionRepository<? extends Session> repository;

	Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
		this.repository = repository;
	}

	/** The person's sessions, the latest used first. */
	public List<SignedInSession> of(UUID personId, @Nullable String current) {
		return this.repository.findByPrincipalName(personId.toString())
			.values()
			.stream()
			.filter((session) -> !session.isExpired())
			.map((session) -> new SignedInSession(session.getAttribute(DEVICE), session.getCreationTime(),
					used(session), session.getId().equals(current)))
			.sorted(Comparator.comparing(SignedInSession::usedAt).reversed())
			.toList();
	}

	private static Instant used(Session session) {
		Long active = session.getAttribute(ACTIVE);
		return (active != null) ? Instant.ofEpochMilli(active) : session.getLastAccessedTime();
	}

	/** Signs the person out everywhere but in the session given. */
	public void endOthers(UUID personId, @Nullable String current) {
		this.repository.findByPrincipalName(personId.toString())
			.keySet()
			.stream()
			.filter((id) -> !id.equals(current))
			.forEach(this.repository::deleteById);
	}

	void endAll(UUID personId) {
		endOthers(personId, null);
	}

	/**
	 * A place where somebody is signed in.
	 *
	 * @param device browser and system, or null when they are not known
	 * @param startedAt when
	 * @param usedAt when it was last used
	 * @param current whether it is the one being used now
	 */
	public record SignedInSession(@Nullable String device, Instant startedAt, Instant usedAt, boolean current) {

	}

}
