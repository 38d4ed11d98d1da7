package io.channelkeeper.creator;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Tenancy;

/**
 * Creators for tests, made by the real service.
 */
@Component
public class TestCreators {

	private final CreatorService creators;

	TestCreators(CreatorService creators) {
		this.creators = creators;
	}

	/** Ana Kocht, who reads German and has an e-mail address. */
	public UUID ana(Viewer viewer) {
		return add(viewer, new NewCreator("Ana Kocht", new EmailAddress("ana@kocht.example"), Locale.GERMAN,
				viewer.memberId(), List.of("Food")));
	}

	/** A creator who reads English, without an e-mail address. */
	public UUID named(Viewer viewer, String name) {
		return add(viewer, new NewCreator(name, null, Locale.ENGLISH, null, List.of()));
	}

	public UUID add(Viewer viewer, NewCreator creator) {
		return Tenancy.within(viewer.organizationId(), () -> this.creators.create(viewer, creator));
	}

}
