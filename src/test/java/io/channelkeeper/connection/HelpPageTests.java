package io.channelkeeper.connection;

import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Help that can be opened at any time, by anybody (M-35).
 */
@ApplicationTest
class HelpPageTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Networks networks;

	@Test
	@DisplayName("M-35: every network on offer says how long, what ends it and what to do")
	void everyNetworkOnOfferHelps() throws Exception {
		assertThat(this.networks.offered()).isNotEmpty();
		for (Network network : this.networks.offered()) {
			for (Locale language : new Locale[] { Locale.ENGLISH, Locale.GERMAN }) {
				String page = page("/help/" + network.id(), language);
				assertThat(page).contains(network.name(), "<ul><li>", "<a href=\"https://").doesNotContain("??");
				assertThat(page.split("<h2>", -1)[1]).as("how long at " + network.id()).contains("<p>");
			}
		}
	}

	@Test
	void listsTheNetworks() throws Exception {
		assertThat(page("/help", Locale.GERMAN)).contains("/help/instagram", "Hilfe");
	}

	@Test
	void knowsNoOtherNetwork() throws Exception {
		assertThat(this.mvc.perform(get("/help/nowhere")).andReturn().getResponse().getStatus()).isEqualTo(404);
	}

	private String page(String address, Locale language) throws Exception {
		var response = this.mvc.perform(get(address).locale(language)).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		return response.getContentAsString();
	}

}
