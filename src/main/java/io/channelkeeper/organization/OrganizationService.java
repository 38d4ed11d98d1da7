package io.channelkeeper.organization;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.MailState;
import io.channelkeeper.mail.Mails;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Organizations and what they say about themselves.
 */
@Service
public class OrganizationService {

	private final OrganizationRepository organizations;

	private final Mails mails;

	private final Clock clock;

	OrganizationService(OrganizationRepository organizations, Mails mails, Clock clock) {
		this.organizations = organizations;
		this.mails = mails;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Organization get(UUID id) {
		return entity(id).toOrganization();
	}

	/** The picture of an organization, public. */
	@Transactional(readOnly = true)
	public Optional<Logo> logo(UUID id) {
		return this.organizations.findById(id).flatMap(OrganizationEntity::logo);
	}

	/** Every organization of the installation, by name. */
	@Transactional(readOnly = true)
	public List<Organization> all(Viewer viewer) {
		requireOperator(viewer);
		return this.organizations.findAll(Sort.by("name")).stream().map(OrganizationEntity::toOrganization).toList();
	}

	/**
	 * Changes what the viewer's organization says about itself.
	 * @param logo a new picture, or null to leave the old one
	 */
	@Transactional
	public void edit(Viewer viewer, NewOrganization facts, boolean marketersMayConnect, @Nullable Logo logo) {
		viewer.require(Action.ADMINISTER);
		OrganizationEntity organization = entity(viewer.organizationId());
		organization.describe(facts);
		organization.letMarketersConnect(marketersMayConnect);
		show(organization, logo);
	}

	/** Whether a test mail of the bound organization was really handed over. */
	@Transactional(readOnly = true)
	public boolean testMailSent() {
		UUID mail = entity(Tenancy.current()).testMailId();
		return mail != null && this.mails.states(List.of(mail)).get(mail) == MailState.SENT;
	}

	/** Sends the viewer a mail, to see whether mails arrive. */
	@Transactional
	public void sendTestMail(Viewer viewer) {
		viewer.require(Action.ADMINISTER);
		OrganizationEntity organization = entity(viewer.organizationId());
		organization.tryMail(this.mails.queue(testMail(viewer)));
	}

	static MailDraft testMail(Viewer viewer) {
		return new MailDraft(viewer.organizationId(), "TEST", new EmailAddress(viewer.email()),
				viewer.organizationName(), null, viewer.language(), "test",
				Map.of("subjectArguments", List.of(viewer.organizationName()), "name", viewer.name()));
	}

	@Transactional
	void create(UUID id, NewOrganization facts, @Nullable Logo logo) {
		OrganizationEntity organization = new OrganizationEntity(id, facts, this.clock.instant());
		show(organization, logo);
		this.organizations.save(organization);
	}

	@Transactional(readOnly = true)
	long count() {
		return this.organizations.count();
	}

	static void requireOperator(Viewer viewer) {
		if (!viewer.operator()) {
			throw new ForbiddenException("OPERATE", viewer.memberId());
		}
	}

	private static void show(OrganizationEntity organization, @Nullable Logo logo) {
		if (logo != null) {
			organization.show(logo);
		}
	}

	private OrganizationEntity entity(UUID id) {
		return this.organizations.findById(id).orElseThrow(() -> new NotFoundException("organization", id));
	}

}
