package org.bindhost.testkit.fault;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * TLS, in which the protocol is agreed on by ALPN: RFC 7301.
 *
 * @param tls the keys
 * @param protocols what is spoken, best first
 */
record TlsServer(SSLContext tls, List<String> protocols) implements FaultServer.Layer {

    @Override
    public Socket over(Socket raw) throws IOException {
        String client = raw.getInetAddress().getHostAddress();
        var socket =
                (SSLSocket) tls.getSocketFactory().createSocket(raw, client, raw.getPort(), true);
        socket.setUseClientMode(false);
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
