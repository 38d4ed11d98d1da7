package io.channelkeeper.organization;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.support.Ids;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

/**
 * Organizations and what they say about themselves.
 */
@Service
public class OrganizationService {

	private final OrganizationRepository organizations;

	private final Clock clock;

	OrganizationService(OrganizationRepository organizations, Clock clock) {
		this.organizations = organizations;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Organization get(UUID id) {
		return entity(id).toOrganization();
	}

	/** Whether somebody of the bound organization sent themselves a test mail. */
	@Transactional(readOnly = true)
	public boolean testMailSent() {
		return entity(Tenancy.current()).testMailSentAt() != null;
	}

	@Transactional
	UUID create(NewOrganization facts) {
		return this.organizations.save(new OrganizationEntity(Ids.next(), facts, this.clock.instant()))
			.toOrganization()
			.id();
	}

	private OrganizationEntity entity(UUID id) {
		return this.organizations.findById(id).orElseThrow(() -> new NotFoundException("organization", id));
	}

}
