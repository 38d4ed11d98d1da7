package io.channelkeeper.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * Lets networks reach the application under test over HTTP.
 */
class PushBridge implements AutoCloseable {

	private final HttpServer server;

	private final MockMvc mvc;

	PushBridge(MockMvc mvc) {
		this.mvc = mvc;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::serve);
		this.server.start();
	}

	String address() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	private void serve(HttpExchange exchange) throws IOException {
		MockHttpServletRequestBuilder asked = request(HttpMethod.valueOf(exchange.getRequestMethod()),
				exchange.getRequestURI());
		exchange.getRequestHeaders().forEach((name, values) -> asked.header(name, values.toArray()));
		asked.content(exchange.getRequestBody().readAllBytes());
		try (exchange; OutputStream out = exchange.getResponseBody()) {
			MockHttpServletResponse answer = this.mvc.perform(asked).andReturn().getResponse();
			byte[] body = answer.getContentAsByteArray();
			exchange.sendResponseHeaders(answer.getStatus(), (body.length > 0) ? body.length : -1);
			out.write(body);
		}
		catch (Exception ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
