package io.channelkeeper.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.SecretToken;

/**
 * Asks people to become members of the viewer's organization.
 */
@Service
public class NewMemberService {

	/** How long such a link lives. */
	public static final Duration LIFE = Duration.ofDays(7);

	private final AccessLinks links;

	private final MemberService members;

	private final OrganizationService organizations;

	private final Mails mails;

	private final BaseUrl baseUrl;

	private final Clock clock;

	NewMemberService(AccessLinks links, MemberService members, OrganizationService organizations, Mails mails,
			BaseUrl baseUrl, Clock clock) {
		this.links = links;
		this.members = members;
		this.organizations = organizations;
		this.mails = mails;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/**
	 * Makes a link to be handed on; earlier ones for that person end.
	 * @throws AlreadyMemberException if the person is a member
	 */
	@Transactional
	public String link(Viewer viewer, EmailAddress email, Role role) {
		viewer.require(Action.ADMINISTER);
		if (isMember(viewer, email)) {
			throw new AlreadyMemberException(email.key());
		}
		SecretToken token = this.links.forNewMember(viewer, email, role, LIFE);
		return this.baseUrl.of("/join/" + token.value()).toString();
	}

	/**
	 * Sends a link; earlier ones for that person end.
	 * @throws AlreadyMemberException if the person is a member
	 */
	@Transactional
	public void send(Viewer viewer, EmailAddress email, Role role) {
		String link = link(viewer, email, role);
		Locale language = this.organizations.get(viewer.organizationId()).language();
		this.mails.queue(draft(viewer, email, role, language, link));
	}

	static MailDraft draft(Viewer viewer, EmailAddress email, Role role, Locale language, String link) {
		Map<String, Object> model = Map.of("subjectArguments", List.of(viewer.name(), viewer.organizationName()),
				"inviter", viewer.name(), "organization", viewer.organizationName(), "role", role.name(), "link", link);
		return new MailDraft(viewer.organizationId(), "JOIN", email, viewer.organizationName(),
				new EmailAddress(viewer.email()), language, "join", model);
	}

	/** Whether that is an active member of the viewer's organization already. */
	@Transactional(readOnly = true)
	public boolean isMember(Viewer viewer, EmailAddress email) {
		viewer.require(Action.ADMINISTER);
		return this.members.active().stream().anyMatch((member) -> member.email().key().equals(email.key()));
	}

	/** Who was asked and did not join yet, latest first. */
	@Transactional(readOnly = true)
	public List<NewMember> waiting(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		Instant now = this.clock.instant();
		return this.links.waiting()
			.stream()
			.map((link) -> new NewMember(link.id(), email(link).value(), Objects.requireNonNull(link.role()),
					link.createdAt(), !link.expiresAt().isAfter(now)))
			.toList();
	}

	/** Sends a new link in place of the earlier one. */
	@Transactional
	public void resend(Viewer viewer, UUID id) {
		viewer.require(Action.ADMINISTER);
		AccessLink link = this.links.waiting(id);
		send(viewer, email(link), Objects.requireNonNull(link.role()));
	}

	@Transactional
	public void withdraw(Viewer viewer, UUID id) {
		viewer.require(Action.ADMINISTER);
		this.links.use(this.links.waiting(id));
	}

	private static EmailAddress email(AccessLink link) {
		return new EmailAddress(Objects.requireNonNull(link.email()));
	}

}
