package io.channelkeeper.channel.web;

import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class KindControllerTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels made;

	@Autowired
	ChannelService channels;

	private Viewer admin;

	private UUID ana;

	private UUID channel;

	@BeforeEach
	void makeChannel() {
		this.admin = this.organizations.make("Bistro");
		this.ana = this.creators.ana(this.admin);
		this.channel = this.made.instagram(this.admin, this.ana, "anakocht");
	}

	@Test
	@DisplayName("M-3: managers say what kind a channel is, and come back to where they were")
	void managersSetTheKind() throws Exception {
		Viewer manager = this.organizations.member(this.admin, Role.MANAGER);
		set(manager, "MONITORED", "/connections?state=expired&q=%7Bx%7D").andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/connections?state=expired&q=%7Bx%7D"))
			.andExpect(flash().attribute("message", "@anakocht counts as monitored now."));
		assertThat(kind()).isEqualTo(ChannelKind.MONITORED);
		for (String elsewhere : new String[] { "//evil.example", "https://evil.example/", "" }) {
			set(this.admin, "PAID", elsewhere).andExpect(redirectedUrl("/creators/" + this.ana));
		}
		assertThat(kind()).isEqualTo(ChannelKind.PAID);
		this.mvc
			.perform(get("/creators/{id}?lang=de", this.ana).locale(Locale.GERMAN)
				.with(this.organizations.signedIn(manager)))
			.andExpect(content().string(containsString(">beobachteter<")))
			.andExpect(
					content().string(stringContainsInOrder("value=\"PAID\"", "aria-pressed=\"true\"", "Werbekonto")));
	}

	@Test
	@DisplayName("M-3: marketers, other organizations and nonsense set nothing")
	void refusesEverybodyElse() throws Exception {
		Viewer marketer = this.organizations.member(this.admin, Role.MARKETER);
		set(marketer, "PAID", "/portfolio").andExpect(status().isForbidden());
		set(this.organizations.make("Other"), "PAID", "/portfolio").andExpect(status().isNotFound());
		set(this.admin, "nonsense", "/portfolio").andExpect(status().isBadRequest());
		assertThat(kind()).isEqualTo(ChannelKind.OWNED);
		this.mvc.perform(get("/creators/{id}", this.ana).with(this.organizations.signedIn(marketer)))
			.andExpect(content().string(not(containsString("/kind\""))));
	}

	private ResultActions set(Viewer viewer, String kind, String from) throws Exception {
		return this.mvc.perform(post("/channels/{id}/kind", this.channel).param("kind", kind)
			.param("from", from)
			.with(this.organizations.signedIn(viewer))
			.with(csrf()));
	}

	private ChannelKind kind() {
		return Tenancy.within(this.admin.organizationId(), () -> this.channels.get(this.channel)).kind();
	}

}
