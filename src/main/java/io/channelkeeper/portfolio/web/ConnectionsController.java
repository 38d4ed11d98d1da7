package io.channelkeeper.portfolio.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ConnectionList;

/**
 * Shows every connection of the organization, the most urgent first (M-2).
 */
@Controller
class ConnectionsController {

	private final ConnectionList connections;

	private final ConnectionsViews views;

	ConnectionsController(ConnectionList connections, ConnectionsViews views) {
		this.connections = connections;
		this.views = views;
	}

	@GetMapping("/connections")
	String list(Viewer viewer, ConnectionsAddress address, Locale language, Model model) {
		model.addAttribute("filter", address);
		model.addAttribute("view", view(viewer, address, language));
		return "portfolio/connections";
	}

	/** The part that changes by itself; 204 while it is the same as the page shows. */
	@GetMapping("/connections/live")
	@Nullable String live(Viewer viewer, ConnectionsAddress address, @RequestParam(defaultValue = "") String version,
			Locale language, Model model, HttpServletResponse response) {
		ConnectionsView view = view(viewer, address, language);
		if (view.version().equals(version)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return null;
		}
		model.addAttribute("filter", address);
		model.addAttribute("view", view);
		return "portfolio/connection-rows :: rows";
	}

	private ConnectionsView view(Viewer viewer, ConnectionsAddress address, Locale language) {
		return this.views.view(this.connections.page(viewer, address.filter(), address.after()), address, viewer,
				language);
	}

}
