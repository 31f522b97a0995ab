"""After a Retry it numbers its packets from 0 again, which RFC 9000, section 17.2.5.3, forbids."""


def client(endpoint):
    connection = endpoint.QuicConnection
    correct = connection._connect

    def connect(self, now):
        if self._retry_count:
            self._packet_number = 0
        correct(self, now)

    connection._connect = connect
